{{/* Stops the render unless a value has its format, and says what is allowed. An empty one has it,
     unless it is required. Takes a dict: path, value, format, required. */}}
{{- define "dataiku.check" -}}
{{- $formats := dict
  "registry" (list `^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?$` `a registry's host without a scheme or a path, such as ghcr.io or mirror.example:5000`)
  "mirror" (list `^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]+)?(/[a-z0-9._-]+)*$` `a registry without a scheme, with a path or without, such as mirror.example:5000/docker`)
  "repository" (list `^[a-z0-9]+([._/-]+[a-z0-9]+)*$` `a repository in lower case without a tag, such as dataiku-assessment/dataiku-api`)
  "tag" (list `^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$` `a tag such as 1.2.3; a digest has a key of its own`)
  "digest" (list `^sha256:[a-f0-9]{64}$` `sha256: and 64 hexadecimal digits in lower case`)
  "quantity" (list `^\+?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$` `what Kubernetes takes as a quantity, such as 500m, 0.5, 128Mi or 1.5Gi`)
  "host" (list `^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$` `a DNS name in lower case without a scheme or a path, such as time.example.org`)
  "path" (list `^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$` `a path that starts with a slash and ends without one, such as /clock`)
  "range" (list `^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])/([1-9]|[12][0-9]|3[0-2])|(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){0,6})?::([0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){0,6})?)/([1-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))$` `a range of addresses of at least one bit, such as 10.0.0.0/8 or fd00::/8`)
  "variable" (list `^[A-Za-z_][A-Za-z0-9_.-]*$` `the name of an environment variable, such as LOG_LEVEL`)
  "ntp" (list `^(\[(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){0,6})?::([0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4}){0,6})?)\]|((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])|([A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?\.)*([0-9]+-+)*[0-9]*[A-Za-z_]([A-Za-z0-9_-]*[A-Za-z0-9_])?\.?)(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?$` `host, host:port, [IPv6] or [IPv6]:port, with a port from 1 to 65535`)
  "name" (list `^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$` `the name of an object in the cluster: lower case letters, digits, dashes and dots`)
  "namespace" (list `^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$` `the name of a namespace: at most 63 lower case letters, digits and dashes`)
  "duration" (list `^([1-9][0-9]*(ms|s|m|h|d))+$` `a time with its unit, such as 30s or 1m`)
  "address" (list `^[A-Za-z0-9.-]+(:([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?$` `host or host:port, such as traefik.traefik.svc:443`) -}}
{{- $format := index $formats .format -}}
{{- $value := toString .value -}}
{{- if and (or $value .required) (not (regexMatch (first $format) $value)) -}}
{{- fail (printf "%s is %q; allowed: %s." .path $value (last $format)) -}}
{{- end -}}
{{- end }}

{{/* The same for each of a list, none of which may be empty. Takes a dict: path, values, format. */}}
{{- define "dataiku.checkEach" -}}
{{- $check := . -}}
{{- range $index, $value := .values -}}
{{- include "dataiku.check" (dict "path" (printf "%s[%d]" $check.path $index) "value" $value "format" $check.format "required" true) -}}
{{- end -}}
{{- end }}
