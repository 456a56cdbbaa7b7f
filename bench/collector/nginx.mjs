import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** nginx that writes every body to a log: neither parsed nor waited for. It logs what it reads, and reads what it passes on. */
export async function nginx() {
  const folder = mkdtempSync(join(tmpdir(), 'penchant-nginx-'));
  const [port, sink] = [20_000 + (process.pid % 20_000), 40_000 + (process.pid % 20_000)];
  const conf = `daemon off; worker_processes 2; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  log_format body escape=none '$request_body'; keepalive_requests 1000000000;
  upstream sink { server 127.0.0.1:${sink}; keepalive 64; }
  server { listen 127.0.0.1:${port}; location / { access_log ${folder}/bodies.log body; client_body_buffer_size 64k; proxy_pass http://sink; proxy_http_version 1.1; proxy_set_header Connection ""; } }
  server { listen 127.0.0.1:${sink}; location / { return 202; } }
}`;
  writeFileSync(join(folder, 'nginx.conf'), conf);
  const child = spawn('nginx', ['-p', folder, '-e', `${folder}/error.log`, '-c', join(folder, 'nginx.conf')]);
  while (!(await answers(port))) await sleep(50);
  const close = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
    rmSync(folder, { recursive: true });
  };
  return { port, close };
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
