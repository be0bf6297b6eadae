# Rollcall as an image. `script/image` builds it on what `script/dist` made.
#
# The base is only the C library that Java needs: no shell is used, nothing is written to it, and any
# other Debian 12 or newer does.
ARG BASE=docker.io/library/debian:12-slim@sha256:d5d3f9c23164ea16f31852f95bd5959aad1c5e854332fe00f7b3a20fcc9f635c
FROM ${BASE}

ARG VERSION=unknown
ARG REVISION=unknown
ARG CREATED=unknown
LABEL org.opencontainers.image.title="Rollcall" \
      org.opencontainers.image.description="Keeps Intercom contacts equal to a member roster in Supabase" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"

COPY rollcall/ /opt/rollcall/
# The settings are mounted here: rollcall.yaml, and .env where variables come from a file.
COPY settings/ /etc/rollcall/
# What runs remember. Mount a volume here, or name a database as store.url.
COPY --chown=10001:10001 state/ /var/lib/rollcall/

USER 10001:10001
WORKDIR /etc/rollcall
ENV ROLLCALL_STATE=/var/lib/rollcall
VOLUME /var/lib/rollcall
ENTRYPOINT ["/opt/rollcall/runtime/bin/java", "@/opt/rollcall/app/launch/image"]
CMD ["sync"]
