{{/* What the names of all objects start with: the release, and the chart's name, or the alias that a parent
     gives it, unless both are the same. At most 50 characters, which leaves room for what follows. */}}
{{- define "dataiku.name" -}}
{{- $chart := .Chart.Name | lower | replace "_" "-" -}}
{{- $name := eq .Release.Name $chart | ternary $chart (printf "%s-%s" .Release.Name $chart) -}}
{{- if gt (len $name) 50 -}}
{{- printf "%s-%s" ($name | trunc 41 | trimSuffix "-") ($name | sha256sum | trunc 8) -}}
{{- else -}}
{{- $name -}}
{{- end -}}
{{- end }}

{{/* The name of the ConfigMap that tells nginx the base path. */}}
{{- define "dataiku.basePathConfigMap" -}}
{{- printf "%s-path-%s" (include "dataiku.name" .) (.Values.basePath | sha256sum | trunc 8) -}}
{{- end }}
