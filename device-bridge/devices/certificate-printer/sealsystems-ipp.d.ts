/** What this terminal uses of the untyped @sealsystems/ipp 2.8 (its `ipp.js`): the codec and the attribute table. */
declare module '@sealsystems/ipp' {
  /** Attribute name to value(s). The library looks the wire syntax up by name and drops names it does not know. */
  export type IppGroup = Record<string, unknown>;

  export interface IppMessage {
    version?: string;
    id?: number;
    /** Requests: name of the operation. */
    operation?: string;
    /** Responses: keyword of the status. */
    statusCode?: string;
    'operation-attributes-tag'?: IppGroup;
    'job-attributes-tag'?: IppGroup | IppGroup[];
    'printer-attributes-tag'?: IppGroup;
    data?: Buffer;
  }

  const ipp: {
    /** Throws on bytes that are not an IPP message. */
    parse(bytes: Buffer): unknown;
    serialize(message: IppMessage): Buffer;
    attributes: Record<string, Record<string, unknown>>;
    tags: Record<string, number>;
    statusCodes: { lookup: (string | undefined)[] };
  };
  export default ipp;
}
