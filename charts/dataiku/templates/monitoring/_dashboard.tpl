{{/* A dashboard of the chart's files. Grafana takes no two with the same uid, or the same title in a folder,
     and then refuses all that come the same way: both name the release. Takes a dict: root, path. */}}
{{- define "dataiku.dashboard" -}}
{{- $release := printf "%s/%s" .root.Release.Namespace (include "dataiku.name" .root) -}}
{{- $text := .root.Files.Get .path -}}
{{- $text = regexReplaceAll "(?m)^  \"uid\": \"([^\"]+)\"" $text (printf "  \"uid\": \"${1}-%s\"" ($release | sha256sum | trunc 8)) -}}
{{- regexReplaceAll "(?m)^  \"title\": \"([^\"]+)\"" $text (printf "  \"title\": \"${1} (%s)\"" $release) -}}
{{- end }}

{{/* The key of a dashboard in its ConfigMap, which is a file's name once Grafana's sidecar has written all of
     them into one folder. Takes a dict: root, path. */}}
{{- define "dataiku.dashboardFile" -}}
{{- printf "%s-%s-%s" .root.Release.Namespace (include "dataiku.name" .root) (base .path) -}}
{{- end }}
