import { promisify, TextDecoder } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { RemoteRefusedError } from '#schemas/errors.ts';
import { httpMessages } from './http-messages.ts';

const LARGEST_BODY = 50 * 1024 * 1024;
const MEGABYTES = '50';

const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

function tooBig(host: string, cause?: unknown): RemoteRefusedError {
  return new RemoteRefusedError(httpMessages.build.too_big({ host, megabytes: MEGABYTES }), { cause });
}

/** Collects a body of at most 50 MB. */
export async function readBytes(stream: AsyncIterable<Uint8Array>, host: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) throw tooBig(host);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

async function decompress(bytes: Buffer, encoding: string, host: string): Promise<Buffer> {
  const decode = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding as keyof typeof DECODERS] : null;
  if (!decode || bytes.length === 0) return bytes;
  try {
    return await decode(bytes, { maxOutputLength: LARGEST_BODY });
  } catch (error) {
    if (error instanceof RangeError) throw tooBig(host, error);
    throw error;
  }
}

function decoderFor(contentType: string): TextDecoder {
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset);
  } catch {
    // An invented charset: nearly everything is UTF-8, and what is not shows as replacement characters.
    return new TextDecoder();
  }
}

/** The text of an answer, decompressed and decoded as its headers say (UTF-8 unless they do); a BOM is dropped. */
export async function decodeText(
  bytes: Buffer,
  headers: Readonly<Record<string, string>>,
  host: string,
): Promise<string> {
  const plain = await decompress(bytes, (headers['content-encoding'] ?? '').trim().toLowerCase(), host);
  return decoderFor(headers['content-type'] ?? '').decode(plain);
}
