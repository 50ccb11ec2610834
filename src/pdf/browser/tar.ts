// Reading of a tar archive (POSIX.1-2017 pax, "ustar Interchange Format"): plain files only.

interface TarFile {
  /** Relative, with `/`, and never leading out of its folder. */
  readonly name: string
  readonly bytes: Uint8Array
}

const block = 512

export function filesOfTar(archive: Uint8Array): readonly TarFile[] {
  const files: TarFile[] = []
  let offset = 0
  while (offset + block <= archive.length && archive[offset] !== 0) {
    const name = field(archive, offset, 100)
    const size = Number.parseInt(field(archive, offset + 124, 12), 8)
    const type = field(archive, offset + 156, 1)
    const start = offset + block
    const isFile = type === '' || type === '0'
    if (isFile && !name.startsWith('/') && !name.split('/').includes('..')) {
      files.push({ name, bytes: archive.subarray(start, start + size) })
    }
    offset = start + Math.ceil(size / block) * block
  }
  return files
}

function field(archive: Uint8Array, start: number, length: number): string {
  const text = Buffer.from(archive.subarray(start, start + length)).toString('latin1')
  return text.split('\0', 1)[0] ?? ''
}
