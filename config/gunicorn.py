"""How gunicorn serves the web application, on one machine and in containers alike."""

import sys

# Seconds that a thread waits for its turn. A page that is made while the same process writes a download asks for dozens of turns.
sys.setswitchinterval(0.001)

workers = 2
threads = 4
worker_class = "gthread"
preload_app = True  # the workers share the memory of what is loaded once
max_requests = 20_000  # a worker is replaced now and then, so that memory never creeps up
max_requests_jitter = 2_000
timeout = 120  # a picture that is asked for may wait for Chromium
graceful_timeout = 5
keepalive = 5
limit_request_line = 8190  # the most it allows; an address with many filters is long, and what is too much in it is said in words
control_socket_disable = True
accesslog = None
errorlog = "-"
loglevel = "warning"
