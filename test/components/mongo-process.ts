/** What one of the servers is started with, and prints once it takes connections. */
export interface MongoProcess {
  readonly arguments: readonly string[];
  readonly ready: RegExp;
}

/** How the server is started on a port of the loopback, with its files in a folder that is there. */
export const mongoProcess = (kind: 'mongod' | 'ferretdb', port: number, data: string): MongoProcess => {
  if (kind === 'ferretdb') return { arguments: [`127.0.0.1:${port}`, data], ready: /^mongodb:/ };
  const place = ['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', data];
  return { arguments: [...place, '--wiredTigerCacheSizeGB', '0.25'], ready: /Waiting for connections/ };
};
