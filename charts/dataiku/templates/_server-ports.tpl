{{- /* Ports of servers as the clock's values name them, each once, for a network policy. */ -}}
{{- define "dataiku.serverPorts" -}}
{{- $ports := list }}
{{- range .servers }}
{{- $withPort := regexFind "^(\\[[^]]*]|[^:]*):[0-9]+$" . }}
{{- $ports = append $ports ($withPort | empty | ternary $.default (regexFind "[0-9]+$" $withPort | int)) }}
{{- end }}
{{- range $ports | uniq }}
- port: {{ . }}
  protocol: {{ $.protocol }}
{{- end }}
{{- end }}
