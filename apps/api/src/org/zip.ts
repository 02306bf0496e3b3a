import { crc32 } from 'node:zlib';

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** Names are UTF-8. */
const utf8Flag = 0x0800;
/** 1980-01-01, the first day the format knows: equal content gives equal bytes. */
const noDate = 0x0021;

/** A zip archive without compression, which every system opens. */
export function zip(files: Iterable<readonly [name: string, content: Uint8Array]>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const title = Buffer.from(name);
    const facts = factsOf(title, content);
    const body = Buffer.concat([numbers([localHeader, 4], [20, 2], ...facts), title, content]);
    directory.push(numbers([centralHeader, 4], [20, 2], [20, 2], ...facts, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]), title);
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const count = bodies.length;
  return Buffer.concat([...bodies, list, numbers([endOfDirectory, 4], [0, 2], [0, 2], [count, 2], [count, 2], [list.length, 4], [offset, 4], [0, 2])]);
}

type Field = readonly [value: number, bytes: 2 | 4];

/** What the header of a file and its line in the directory have in common. */
function factsOf(title: Buffer, content: Uint8Array): Field[] {
  return [[utf8Flag, 2], [0, 2], [0, 2], [noDate, 2], [crc32(content), 4], [content.length, 4], [content.length, 4], [title.length, 2], [0, 2]];
}

function numbers(...fields: readonly Field[]): Buffer {
  return Buffer.concat(fields.map(([value, bytes]) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUIntLE(value, 0, bytes);
    return buffer;
  }));
}
