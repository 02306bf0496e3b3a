import iconv from 'iconv-lite';

/** Encodings in which spreadsheets of Chinese and European offices save text. */
export type TextEncoding = 'utf-8' | 'utf-16' | 'gb18030';

/** Text of a file and how it was stored. */
export type DecodedText = { text: string; encoding: TextEncoding };

const replacement = '\uFFFD';

/**
 * Text of an uploaded file: UTF-8 with or without byte order mark, UTF-16 with mark ("Unicode text" of Excel), else GB18030.
 *
 * Strict UTF-8 decides: a GB18030 text with Chinese characters practically never is valid UTF-8, while statistics over
 * a few short cells guess wrong. Null when the bytes are none of these.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { text: iconv.decode(Buffer.from(bytes), bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'), encoding: 'utf-16' };
  try {
    return plain({ text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' });
  } catch {
    const text = iconv.decode(Buffer.from(bytes), 'gb18030');
    return text.includes(replacement) ? null : plain({ text, encoding: 'gb18030' });
  }
}

/** A zero byte is never text: a spreadsheet file or an image was uploaded. */
function plain(decoded: DecodedText): DecodedText | null {
  return decoded.text.includes('\0') ? null : decoded;
}
