{{/* The pods that a Deployment starts with. Under an autoscaler, those that it has chosen: a field that is
     left out would mean one. Argo CD asks no cluster, and keeps the number by ignoreDifferences.
     Takes a dict: root, component. */}}
{{- define "dataiku.replicas" -}}
{{- $values := index .root.Values .component -}}
{{- if $values.autoscaling.enabled -}}
{{- $name := printf "%s-%s" (include "dataiku.name" .root) .component -}}
{{- $running := lookup "apps/v1" "Deployment" .root.Release.Namespace $name -}}
{{- $chosen := dig "spec" "replicas" 0 $running | int -}}
{{- min (max $chosen $values.autoscaling.minReplicas) $values.autoscaling.maxReplicas -}}
{{- else -}}
{{- $values.replicas -}}
{{- end -}}
{{- end }}
