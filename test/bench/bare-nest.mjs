/** The baseline: a bare Nest application. POST / answers at once, GET / answers the documents it was given. */
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { serveBare } from './serve-bare.mjs';

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

await serveBare(BareModule);
