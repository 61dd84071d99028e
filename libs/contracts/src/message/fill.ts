/** Fields of a message: all that its class requires, and none that it does not know. */
export type Exactly<Message, Fields> = Fields & { readonly [Name in Exclude<keyof Fields, keyof Message>]: never };

/** Makes a command or query with its fields. What the class requires and what it does not know is checked by type. */
export const fill = <Message extends object, Fields extends Message>(
  type: new () => Message,
  fields: Exactly<Message, Fields>,
): Message => Object.assign(new type(), fields);
