{{/* What selects a component's pods. It never changes: a Deployment's selector can't.
     Takes a dict: root, component. */}}
{{- define "dataiku.selectorLabels" -}}
app.kubernetes.io/name: {{ .root.Chart.Name | quote }}
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* The labels of a pod: those that select it, and the user's. A version would restart all.
     Takes a dict: root, component. */}}
{{- define "dataiku.podLabels" -}}
{{- $labels := include "dataiku.selectorLabels" . | fromYaml -}}
{{- $own := dig "pod" "labels" dict (index .root.Values .component | default dict) -}}
{{- toYaml (merge $labels $own .root.Values.commonLabels) -}}
{{- end }}

{{/* The labels of an object, and the user's. Takes a dict: root, component, extra. */}}
{{- define "dataiku.labels" -}}
{{- $labels := include "dataiku.selectorLabels" . | fromYaml -}}
{{- $labels = merge $labels (dict
  "app.kubernetes.io/part-of" .root.Chart.Name
  "app.kubernetes.io/version" .root.Chart.AppVersion
  "app.kubernetes.io/managed-by" .root.Release.Service
  "helm.sh/chart" (printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-")) -}}
{{- toYaml (merge $labels (.extra | default dict) .root.Values.commonLabels) -}}
{{- end }}
