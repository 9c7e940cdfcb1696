// JSON-RPC over standard input and output. Only the streams and buffers of Node: vscode-jsonrpc's own entry for Node
// loads net, crypto and more besides, which would cost a third of the start-up.
import { Buffer } from 'node:buffer';
import type { Readable, Writable } from 'node:stream';
import {
  AbstractMessageBuffer,
  createMessageConnection,
  Disposable,
  type Logger,
  type MessageConnection,
  RAL,
  ReadableStreamMessageReader,
  WriteableStreamMessageWriter,
} from 'vscode-jsonrpc';

/** A connection that reads requests from one stream and writes answers to another. Not listening yet. */
export function connectStreams(input: Readable, output: Writable, logger: Logger): MessageConnection {
  installNode();
  return createMessageConnection(
    new ReadableStreamMessageReader(readable(input)),
    new WriteableStreamMessageWriter(writable(output)),
    logger,
  );
}

class NodeMessageBuffer extends AbstractMessageBuffer {
  protected override emptyBuffer(): Uint8Array {
    return Buffer.alloc(0);
  }

  protected override fromString(value: string, encoding: RAL.MessageBufferEncoding): Uint8Array {
    return Buffer.from(value, encoding);
  }

  protected override toString(value: Uint8Array, encoding: RAL.MessageBufferEncoding): string {
    return viewOf(value).toString(encoding);
  }

  protected override asNative(buffer: Uint8Array, length?: number): Uint8Array {
    return viewOf(buffer).subarray(0, length);
  }

  protected override allocNative(length: number): Uint8Array {
    return Buffer.allocUnsafe(length);
  }
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Tells vscode-jsonrpc how this platform handles bytes, timers and its console. */
function installNode(): void {
  RAL.install({
    messageBuffer: { create: (encoding) => new NodeMessageBuffer(encoding) },
    applicationJson: {
      encoder: {
        name: 'application/json',
        encode: async (message, { charset }) => Buffer.from(JSON.stringify(message), charset),
      },
      decoder: {
        name: 'application/json',
        decode: async (bytes, { charset }) => JSON.parse(viewOf(bytes).toString(charset)),
      },
    },
    console,
    timer: {
      setTimeout: (callback, ms, ...args) => {
        const timer = setTimeout(callback, ms, ...args);
        return { dispose: () => clearTimeout(timer) };
      },
      setImmediate: (callback, ...args) => {
        const timer = setImmediate(callback, ...args);
        return { dispose: () => clearImmediate(timer) };
      },
      setInterval: (callback, ms, ...args) => {
        const timer = setInterval(callback, ms, ...args);
        return { dispose: () => clearInterval(timer) };
      },
    },
  });
}

function readable(stream: Readable): RAL.ReadableStream {
  return {
    onData: (listener) => listen(stream, 'data', listener),
    // No client comes back once the input has ended.
    onClose: (listener) => listen(stream, 'end', listener),
    onError: (listener) => listen(stream, 'error', listener),
    onEnd: (listener) => listen(stream, 'end', listener),
  };
}

function writable(stream: Writable): RAL.WritableStream {
  return {
    onClose: (listener) => listen(stream, 'close', listener),
    onError: (listener) => listen(stream, 'error', listener),
    onEnd: (listener) => listen(stream, 'finish', listener),
    write: (data: Uint8Array | string, encoding?: RAL.MessageBufferEncoding) =>
      new Promise<void>((resolve, reject) => {
        const done = (error: Error | null | undefined) => (error ? reject(error) : resolve());
        if (typeof data === 'string') stream.write(data, encoding ?? 'utf-8', done);
        else stream.write(data, done);
      }),
    end: () => stream.end(),
  };
}

function listen<T>(stream: Readable | Writable, event: string, listener: (value: T) => void): Disposable {
  stream.on(event, listener);
  return Disposable.create(() => stream.off(event, listener));
}
