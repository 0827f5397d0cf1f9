# All in one: the API serving the page, of the very files of the two images. `make images` names them.
ARG API
ARG FRONTEND
FROM ${FRONTEND} AS frontend

FROM ${API}
COPY --from=frontend /srv/page /srv/page
COPY --from=frontend /usr/share/doc/dataiku-frontend /usr/share/doc/dataiku-frontend
LABEL org.opencontainers.image.title="dataiku" \
      org.opencontainers.image.description="What time it is on the server, and how sure one may be: API and page"
ENV WEB_ROOT=/srv/page
