import { createCipheriv, type KeyObject, randomBytes, scryptSync } from 'node:crypto';

/**
 * A private key as PKCS#8 PEM that only a passphrase opens: PBES2 (RFC 8018) with scrypt (RFC 7914, section 7) and
 * AES-256-CBC. Node itself writes PBKDF2 with 2,048 rounds, which a stolen USB stick does not withstand; it reads
 * this, as openssl does.
 */
export function encryptedPem(key: KeyObject, passphrase: string): string {
  const salt = randomBytes(16);
  const iv = randomBytes(16);
  const [cost, blockSize, parallel] = [16_384, 8, 1];
  const secret = scryptSync(passphrase, salt, 32, { N: cost, r: blockSize, p: parallel });
  const cipher = createCipheriv('aes-256-cbc', secret, iv);
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  const der = sequence(
    sequence(
      oid('2a864886f70d01050d'), // PBES2
      sequence(
        sequence(
          oid('2b06010401da47040b'), // scrypt
          sequence(octets(salt), integer(cost), integer(blockSize), integer(parallel)),
        ),
        sequence(oid('60864801650304012a'), octets(iv)), // AES-256-CBC
      ),
    ),
    octets(Buffer.concat([cipher.update(plain), cipher.final()])),
  );
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN ENCRYPTED PRIVATE KEY-----', ...lines, '-----END ENCRYPTED PRIVATE KEY-----', ''].join('\n');
}

/** DER (X.690). Everything here is shorter than 256 bytes. */
function element(tag: number, content: Buffer): Buffer {
  const length = content.length < 128 ? [content.length] : [0x81, content.length];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

function oid(encodedHex: string): Buffer {
  return element(0x06, Buffer.from(encodedHex, 'hex'));
}

function octets(bytes: Buffer): Buffer {
  return element(0x04, bytes);
}

/** A leading zero byte keeps the number from reading as negative. */
function integer(value: number): Buffer {
  const digits = value.toString(16);
  const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return element(0x02, (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
}
