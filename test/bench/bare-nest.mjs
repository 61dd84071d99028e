/** The baseline: a bare Nest application. POST / answers at once, GET / answers the documents it was given. */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

const page = process.argv[2] ? JSON.parse(readFileSync(process.argv[2], 'utf8')) : {};

class Bare {
  take() {
    return { ok: true };
  }
  give() {
    return page;
  }
}
const method = (name) => Object.getOwnPropertyDescriptor(Bare.prototype, name);
Post()(Bare.prototype, 'take', method('take'));
Body()(Bare.prototype, 'take', 0);
Get()(Bare.prototype, 'give', method('give'));
Controller()(Bare);

class BareModule {}
Module({ controllers: [Bare] })(BareModule);

const app = await NestFactory.create(BareModule, { logger: false });
await app.listen(0, '127.0.0.1');
console.log(`ready on http://127.0.0.1:${app.getHttpServer().address().port}`);
