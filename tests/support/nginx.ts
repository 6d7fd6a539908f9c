import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPaths } from '../../scripts/paths.ts';
import { freePorts } from './free-ports.ts';

const unpacked = join(defaultPaths.checkout, 'var/peers/nginx/usr/sbin/nginx');

export interface Nginx {
  /** Where `folder` is served, with a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** Debian's nginx as a plain static host of `folder`, as a district may run one. */
export async function serveByNginx(folder: string): Promise<Nginx> {
  const { nginx: port } = await freePorts(['nginx']);
  const home = await mkdtemp(join(tmpdir(), 'nginx-'));
  await mkdir(join(home, 'body'));
  const config = join(home, 'nginx.conf');
  await writeFile(
    config,
    `daemon off; master_process off; pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 4096; }
http {
  access_log off;
  client_body_temp_path ${home}/body; proxy_temp_path ${home}/body; fastcgi_temp_path ${home}/body;
  uwsgi_temp_path ${home}/body; scgi_temp_path ${home}/body;
  types { text/html html; application/json json; application/octet-stream zst; }
  gzip on; gzip_types application/json;
  server { listen 127.0.0.1:${port}; root ${folder}; index index.html; }
}
`,
  );
  const program = existsSync(unpacked) ? unpacked : 'nginx';
  const child = spawn(program, ['-c', config, '-p', home, '-e', join(home, 'error.log')], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}/`;
  await answering(url, child);
  return {
    url,
    close: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await rm(home, { recursive: true });
    },
  };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => null);
    if (answer !== null) return;
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
