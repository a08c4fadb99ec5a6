#!/usr/bin/env python3
"""answers.py: a well-behaved and a badly-behaved web server for the tests of augury-fetch.

Prints the ports of its http and https servers, both on 127.0.0.1, then one line for each request.
It ends with its standard input.
"""
import gzip, http.server, json, ssl, sys, tempfile, threading

# A certificate that nobody has signed, for localhost, and its key; both are for these tests only.
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBljCCATugAwIBAgIUEkdTAInce/CYSSBY3rwYx4ctgY8wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzE5Mzk0NloYDzIxMjYxMDMw
MTkzOTQ2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQj7CYhj5hfDd9SFQPiSzeUeJZlJd541+LjmHhNvBLFQT1RMjYQhqzt
TU6UsSxsrM433M4VdiHWktlUlq/cgHi7o2kwZzAdBgNVHQ4EFgQUa6zbkVp5/4TD
+9iSflRiyDzgDhcwHwYDVR0jBBgwFoAUa6zbkVp5/4TD+9iSflRiyDzgDhcwDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SQAwRgIhALitxM2yIFlWgZoyZrklQieYPaqUqDMGBweSpsZJcmzcAiEAswbpoZix
gAGmdR7i1OI94dIPIeBQ6LVvtaTVCGuAK9g=
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYjDIpTskmXT9PtZr
/3K5w2p5MuDO6Q6OKGO3m+mPVIuhRANCAAQj7CYhj5hfDd9SFQPiSzeUeJZlJd54
1+LjmHhNvBLFQT1RMjYQhqztTU6UsSxsrM433M4VdiHWktlUlq/cgHi7
-----END PRIVATE KEY-----
"""
TEXT = b"The odds are 70%. " * 500


class Answers(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, body=b"", status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def echo(self):
        length = int(self.headers.get("Content-Length") or 0)
        got = {"method": self.command, "path": self.path, "headers": dict(self.headers),
               "body": self.rfile.read(length).decode("latin1")}
        print(self.command, self.path, flush=True)
        path, _, query = self.path.partition("?")
        port = self.server.server_port
        redirects = {"/found": 302, "/see-other": 303, "/temporary": 307, "/permanent": 308}
        statuses = {"/gone": 410, "/late": 408, "/busy": 429, "/down": 503, "/private": 403,
                    "/lost": 302, "/unchanged": 304}
        if path in redirects:
            self.answer(status=redirects[path], Location=query or "/echo")
        elif path == "/elsewhere":
            self.answer(status=307, Location=f"http://localhost:{port}/echo")
        elif path in statuses:
            self.answer(b"words", statuses[path])
        elif path == "/charset":
            self.answer(b"caf\xe9", Content_Type='Text/HTML; Charset="ISO-8859-1"; x=y')
        elif path == "/dated":
            self.answer(b"x", Last_Modified="Mon, 23 Nov 2026 08:00:00 GMT", ETag='"v1"')
        elif path == "/gzip":
            self.answer(gzip.compress(TEXT), Content_Encoding="gzip")
        elif path == "/gzip-cut":
            self.answer(gzip.compress(TEXT)[:-20], Content_Encoding="gzip")
        elif path == "/gzip-lied":
            self.answer(TEXT, Content_Encoding="gzip")
        elif path == "/brotli":
            self.answer(TEXT, Content_Encoding="br")
        elif path == "/length":
            self.answer(b"x" * int(query))
        elif path == "/cookie":
            self.answer(status=302, Location="/echo", Set_Cookie="a=b; Path=/")
        elif path == "/silent":
            threading.Event().wait(30)
        elif path == "/hang-up":
            self.close_connection = True
        elif path == "/steer":
            self.answer(status=302, Location="ftp://\xc2\x9b/")
        else:
            self.answer(json.dumps(got).encode(), Content_Type="application/json")

    do_GET = do_POST = echo

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass


plain, secure = (Server(("127.0.0.1", 0), Answers) for _ in range(2))
with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
    file.write(CERTIFICATE)
    file.flush()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file.name)
secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
for server in (plain, secure):
    threading.Thread(target=server.serve_forever, daemon=True).start()
print(plain.server_port, secure.server_port, flush=True)
sys.stdin.read()
