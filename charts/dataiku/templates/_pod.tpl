{{/* What the specs of a component's pods have in common, and of those that ask it. Takes a dict: root, and
     component, whose values hold. */}}
{{- define "dataiku.podSpec" -}}
{{- $values := index .root.Values .component -}}
serviceAccountName: {{ include "dataiku.serviceAccount" . }}
automountServiceAccountToken: false
# Variables made of other Services' names could be taken for the API's settings.
enableServiceLinks: false
{{- with .root.Values.global.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ get (kindIs "map" . | ternary . (dict "name" .)) "name" | quote }}
  {{- end }}
{{- end }}
securityContext:
  {{- toYaml $values.podSecurityContext | nindent 2 }}
{{- with $values.pod }}
{{- with .priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with .runtimeClassName }}
runtimeClassName: {{ . | quote }}
{{- end }}
{{- with .nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
{{- end }}

{{/* How a component's pods lie over nodes and zones. Takes a dict: root, component. */}}
{{- define "dataiku.spread" -}}
{{- with (index .root.Values .component).pod.topologySpreadConstraints -}}
{{- toYaml . -}}
{{- else -}}
{{- $selector := include "dataiku.selectorLabels" . -}}
{{- $spread := .root.Values.spread -}}
- topologyKey: kubernetes.io/hostname
  maxSkew: 1
  whenUnsatisfiable: {{ $spread.nodes }}
  labelSelector:
    matchLabels:
      {{- $selector | nindent 6 }}
  # Counts the pods of one revision: those of the outgoing one don't stay.
  matchLabelKeys: [pod-template-hash]
- topologyKey: topology.kubernetes.io/zone
  maxSkew: 1
  whenUnsatisfiable: {{ $spread.zones }}
  labelSelector:
    matchLabels:
      {{- $selector | nindent 6 }}
  matchLabelKeys: [pod-template-hash]
{{- end -}}
{{- end }}

{{/* The name of a component's ServiceAccount. Takes a dict: root, component. */}}
{{- define "dataiku.serviceAccount" -}}
{{- $account := (index .root.Values .component).serviceAccount -}}
{{- $own := $account.create | ternary (printf "%s-%s" (include "dataiku.name" .root) .component) "default" -}}
{{- $account.name | default $own | quote -}}
{{- end }}

{{/* Environment variables: strings, or {valueFrom: …}. Takes a map of them by name. */}}
{{- define "dataiku.environment" -}}
{{- range $name, $value := . }}
- name: {{ $name | quote }}
  {{- if kindIs "map" $value }}
  {{- toYaml $value | nindent 2 }}
  {{- else }}
  value: {{ $value | quote }}
  {{- end }}
{{- end }}
{{- end }}

{{/* The container that asks what should answer, until it does. Takes a dict: root, name, attempts. */}}
{{- define "dataiku.asking" -}}
{{- $values := .root.Values -}}
{{- $name := include "dataiku.name" .root -}}
{{- $base := $values.basePath -}}
{{- $targets := list
  (dict "name" "the API's Service" "url" (printf "http://%s-api%s/api/v1/time" $name $base) "answer" "time")
  (dict "name" "the frontend's Service" "url" (printf "http://%s-frontend%s/" $name $base) "answer" "page") -}}
{{- if $values.ingress.enabled -}}
{{- $origin := printf "%s://%s%s" ($values.ingress.tls.enabled | ternary "https" "http") $values.host $base -}}
{{- $address := $values.test.ingressAddress -}}
{{- $targets = append $targets (dict "name" "the Ingress" "url" (printf "%s/api/v1/time" $origin) "address" $address "answer" "time") -}}
{{- $targets = append $targets (dict "name" "the Ingress" "url" (printf "%s/" $origin) "address" $address "answer" "page") -}}
{{- end -}}
- name: {{ .name }}
  image: {{ include "dataiku.image" (dict "root" .root "image" $values.api.image) }}
  imagePullPolicy: IfNotPresent
  command: [node, --input-type=module, --eval]
  args:
    - |
      {{- .root.Files.Get "files/test/ask.js" | nindent 6 }}
    # Times that each is asked, a second apart.
    - {{ .attempts | int64 | quote }}
    - {{ toJson $targets | quote }}
  {{- if $values.test.insecure }}
  env:
    - name: NODE_TLS_REJECT_UNAUTHORIZED
      value: "0"
  {{- end }}
  securityContext:
    {{- toYaml $values.api.securityContext | nindent 4 }}
  resources:
    requests: { cpu: 50m, memory: 64Mi }
    limits: { memory: 128Mi }
{{- end }}
