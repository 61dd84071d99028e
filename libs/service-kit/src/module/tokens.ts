/** What {@link PanshiModule.forRoot} provides to every module, by token. Classes are their own tokens. */
export const EVENT_STORE = Symbol('EventStore');
export const VIEW_STORE = Symbol('ViewStore');
/** The keys database: `Keys` of @panshi/privacy. */
export const KEYS = Symbol('Keys');
/** The sealed pictures: `PictureStore` of @panshi/privacy. */
export const PICTURES = Symbol('PictureStore');
export const CLOCK = Symbol('Clock');
/** Nest's server side of the transport: a `CustomTransportStrategy` for `connectMicroservice`. */
export const TRANSPORT = Symbol('Transport');
/** Both ends of the transport: {@link Transport}. */
export const TRANSPORT_ENDS = Symbol('TransportEnds');
/** The events' schemas; tests bring their own. */
export const SCHEMAS = Symbol('EventSchemas');
