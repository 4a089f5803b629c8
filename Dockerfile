# The bot as an image: one static binary with its licences, no shell, no package, nobody's password.
#
#   docker build --build-arg SOURCE_REVISION="$(git rev-parse HEAD)" --tag iom-maldives-bot:0.1.0 .
#
# It needs BuildKit. The base that it builds with is the only image it takes; what runs stands on nothing.
ARG RUST_VERSION=1.95
FROM rust:${RUST_VERSION}-slim-bookworm AS build
# The commit, for the label and for `about`; without it the label is empty and the checkout is asked.
ARG SOURCE_REVISION
# The release profile of the manifest holds. A quick build, to try something out: off, 0 and 16.
ARG CARGO_PROFILE_RELEASE_LTO
ARG CARGO_PROFILE_RELEASE_OPT_LEVEL
ARG CARGO_PROFILE_RELEASE_CODEGEN_UNITS
# glibc inside the binary; only for a target that is named, or the build scripts would be static too. What is to be moved when
# it is loaded is noted briefly, which saves a megabyte.
ENV RUSTFLAGS="-C target-feature=+crt-static -C link-arg=-Wl,-z,pack-relative-relocs"
WORKDIR /src
COPY . .
# The target folder that is kept may be newer than the checkout: without the touch, cargo would take changed sources with an
# old time for unchanged ones.
RUN --mount=type=cache,id=iom-maldives-bot-registry,target=/usr/local/cargo/registry,sharing=locked \
    --mount=type=cache,id=iom-maldives-bot-target,target=/src/target,sharing=locked \
    find build.rs knowledge src -type f -exec touch {} + \
    && target="$(rustc --print host-tuple)" \
    && cargo build --release --locked --bin iom-maldives-bot --target "$target" \
    && install -D -m 0755 "target/$target/release/iom-maldives-bot" /image/usr/local/bin/iom-maldives-bot \
    && install -D -m 0644 -t /image/usr/share/licenses/iom-maldives-bot LICENSE src/search/everyday_words.LICENSE

FROM scratch
ARG SOURCE_REVISION=""
# Where the sources of this image can be had.
ARG SOURCE_URL=""
LABEL org.opencontainers.image.title="IOM Maldives Bot" \
      org.opencontainers.image.description="Answers a team's questions about what IOM does in the Maldives" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.revision="${SOURCE_REVISION}" \
      org.opencontainers.image.source="${SOURCE_URL}" \
      org.opencontainers.image.licenses="MIT"
COPY --from=build /image/ /
# A number, so that what runs the image can see that it is not root. It owns nothing here.
USER 65532:65532
# Without a folder `knowledge` here the knowledge inside the binary serves; one that is mounted at /knowledge takes its place.
WORKDIR /
# Machines read the log of a container; `text` is for people.
ENV LOG_FORMAT=json
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
    CMD ["/usr/local/bin/iom-maldives-bot", "health"]
ENTRYPOINT ["/usr/local/bin/iom-maldives-bot"]
CMD ["serve"]
