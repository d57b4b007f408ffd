# The command alone, for pipelines that run images. It needs no network and no rights:
#   docker build -t procure-audit .
#   docker run --rm --network none --read-only --tmpfs /tmp -v "$PWD:/tenders:ro" procure-audit check .
# LibreOffice is not in it: old Word files (.doc) are named as unread.
FROM python:3.13-slim AS build
WORKDIR /source
COPY pyproject.toml README.md LICENSE ./
COPY src src
COPY rules rules
COPY examples examples
COPY ci ci
RUN python -m venv /opt/procure-audit \
 && /opt/procure-audit/bin/python -m pip install --no-cache-dir . \
 && /opt/procure-audit/bin/python -m pip uninstall --yes --quiet pip

FROM python:3.13-slim
COPY --from=build /opt/procure-audit /opt/procure-audit
RUN useradd --system --no-create-home --uid 10001 auditor
ENV PATH=/opt/procure-audit/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1
USER 10001
WORKDIR /tenders
ENTRYPOINT ["procure-audit"]
CMD ["--help"]
