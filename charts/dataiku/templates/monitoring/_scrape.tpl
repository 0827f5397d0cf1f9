{{/* How a ServiceMonitor or a PodMonitor scrapes an endpoint. Takes a dict: root, and kind, service or pod,
     whose labels say the component. */}}
{{- define "dataiku.scrape" -}}
{{- with .root.Values.serviceMonitor -}}
interval: {{ .interval }}
{{- with .scrapeTimeout }}
scrapeTimeout: {{ . }}
{{- end }}
{{- if .honorLabels }}
honorLabels: true
{{- end }}
# The action is the CRD's default: left out, Argo CD would find the object out of sync for ever.
relabelings:
  - targetLabel: release
    replacement: {{ include "dataiku.name" $.root }}
    action: replace
  - sourceLabels: [__meta_kubernetes_{{ $.kind }}_label_app_kubernetes_io_component]
    targetLabel: component
    action: replace
  # Pods of one node share its clock.
  - sourceLabels: [__meta_kubernetes_pod_node_name]
    targetLabel: node
    action: replace
  {{- if eq $.kind "pod" }}
  # As of a Service, whatever the pods' port is called.
  - targetLabel: endpoint
    replacement: metrics
    action: replace
  {{- end }}
  {{- with .relabelings }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with .metricRelabelings }}
metricRelabelings:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}

{{/* Selects both components' pods. */}}
{{- define "dataiku.scrapedPods" -}}
matchLabels:
  app.kubernetes.io/name: {{ .Chart.Name | quote }}
  app.kubernetes.io/instance: {{ .Release.Name | quote }}
matchExpressions:
  - key: app.kubernetes.io/component
    operator: In
    values: [api, frontend]
{{- end }}

{{/* The ports of pods that have metrics. */}}
{{- define "dataiku.scrapedPorts" -}}
{{- .Values.frontend.exporter.enabled | ternary (list "management" "metrics") (list "management") | toJson -}}
{{- end }}
