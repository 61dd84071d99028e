/** A command or query of a class, with its fields. */
export const command = <C extends object>(type: new () => C, fields: NoInfer<C>): C =>
  Object.assign(new type(), fields);
