/** How every bare Nest application of a bench serves and tells where. */
import { NestFactory } from '@nestjs/core';

export const serveBare = async (module) => {
  const app = await NestFactory.create(module, { logger: false });
  await app.listen(0, '127.0.0.1');
  console.log(`ready on http://127.0.0.1:${app.getHttpServer().address().port}`);
};
