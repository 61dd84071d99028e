/** The baseline of `command.nats`: `node bare-nest-nats.mjs URL echo|http`, a bare Nest POST that asks an echo over NATS. */
import 'reflect-metadata';
import { Body, Controller, Inject, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ClientsModule, MessagePattern, Payload, Transport } from '@nestjs/microservices';
import { serveBare } from './serve-bare.mjs';

const [url, role] = process.argv.slice(2);
const nats = { transport: Transport.NATS, options: { servers: [url] } };
const method = (type, name) => Object.getOwnPropertyDescriptor(type.prototype, name);

class Echo {
  echo(body) {
    return body;
  }
}
MessagePattern('echo')(Echo.prototype, 'echo', method(Echo, 'echo'));
Payload()(Echo.prototype, 'echo', 0);
Controller()(Echo);

class Bare {
  constructor(client) {
    this.client = client;
  }
  take(body) {
    return this.client.send('echo', body);
  }
}
Inject('ECHO')(Bare, undefined, 0);
Post()(Bare.prototype, 'take', method(Bare, 'take'));
Body()(Bare.prototype, 'take', 0);
Controller()(Bare);

class BareModule {}
const imports = role === 'http' ? [ClientsModule.register([{ name: 'ECHO', ...nats }])] : [];
Module({ imports, controllers: [role === 'http' ? Bare : Echo] })(BareModule);

if (role === 'http') await serveBare(BareModule);
else {
  const app = await NestFactory.createMicroservice(BareModule, { ...nats, logger: false });
  await app.listen();
  console.log('ready on nats');
}
