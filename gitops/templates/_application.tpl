{{/* Annotation that orders the objects of this chart: those of a wave wait until the ones before are
     healthy. Takes the wave. */}}
{{- define "root.wave" -}}
argocd.argoproj.io/sync-wave: {{ . | quote }}
{{- end }}

{{/* How every Application keeps its objects. */}}
{{- define "root.syncPolicy" -}}
automated: { enabled: true, prune: true, selfHeal: true }
syncOptions:
  # Large CRDs don't fit into the annotation of a client-side apply.
  - ServerSideApply=true
  # A kind that the cluster doesn't know yet, such as a ServiceMonitor, holds back no other object.
  - SkipDryRunOnMissingResource=true
  # A field that ignoreDifferences names keeps its value through a sync too.
  - RespectIgnoreDifferences=true
  # What others use is deleted last, once its replacement is healthy.
  - PruneLast=true
retry:
  # With the newest commit: a fix waits for one attempt and one pause at most. The timeout of all syncs,
  # in platform/argocd/values.yaml, ends the attempts.
  limit: -1
  refresh: true
  backoff: { duration: 10s, factor: 2, maxDuration: 1m }
{{- end }}

{{/* The folders of environments/. */}}
{{- define "root.environments" -}}
{{- range $path, $_ := .Files.Glob "environments/*/values.yaml" }}
- {{ base (dir $path) }}
{{- end }}
{{- end }}
