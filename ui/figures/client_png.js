// A drawing (SVG), its receipt and a file name go in; the reader's browser draws it, packs it as a
// PNG with the receipt inside, and saves it. Nothing is sent anywhere.
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]
const TABLE = Uint32Array.from({ length: 256 }, (_none, start) => {
  let value = start
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc(...pieces) {
  let value = 0xffffffff
  for (const bytes of pieces) {
    for (let at = 0; at < bytes.length; at++) {
      value = TABLE[(value ^ bytes[at]) & 255] ^ (value >>> 8)
    }
  }
  return ~value >>> 0
}

const utf8 = text => new TextEncoder().encode(text)
const big = number => Uint8Array.of(number >>> 24, number >>> 16, number >>> 8, number)
const chunk = (kind, held) => [big(held.length), utf8(kind), held, big(crc(utf8(kind), held))]
const told = (keyword, text) => chunk('iTXt', utf8(`${keyword}\0\0\0\0\0${text}`))

async function drawn({ svg, width, height, scale }) {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const picture = new Image()
    picture.src = url
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = width * scale
    canvas.height = height * scale
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context.drawImage(picture, 0, 0, canvas.width, canvas.height)
    return context.getImageData(0, 0, canvas.width, canvas.height)
  } finally {
    URL.revokeObjectURL(url)
  }
}

// Each row as the difference from the one above it, which packs small.
function rows({ data, width, height }) {
  const long = width * 4
  const held = new Uint8Array((long + 1) * height)
  for (let row = 0, to = 0, from = 0; row < height; row++) {
    held[to++] = 2
    for (let at = 0; at < long; at++, from++) {
      held[to++] = data[from] - (row ? data[from - long] : 0)
    }
  }
  return held
}

async function packed(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function png(data) {
  const pixels = await drawn(data)
  // A canvas that is larger than a browser can hold stays empty, and says nothing.
  if (!pixels.data.some(value => value)) throw new Error('empty')
  const sum = crc(pixels.data).toString(16).padStart(8, '0')
  const seal = `${pixels.width}x${pixels.height}-${sum}`
  const head = [...big(pixels.width), ...big(pixels.height), 8, 6, 0, 0, 0]
  const parts = [
    [Uint8Array.from(SIGNATURE)],
    chunk('IHDR', Uint8Array.from(head)),
    ...Object.entries(data.texts).map(([keyword, text]) => told(keyword, text)),
    told(data.keyword, `{"receipt":${data.receipt},"seal":"${seal}"}`),
    chunk('IDAT', await packed(rows(pixels))),
    chunk('IEND', new Uint8Array()),
  ]
  return new Blob(parts.flat(), { type: 'image/png' })
}

function save(blob, name) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

export default function ({ parentElement, data }) {
  const root = parentElement.querySelector('.f-root')
  const app = document.querySelector('.stApp')
  if (app) root.style.colorScheme = getComputedStyle(app).colorScheme
  const [button, live] = root.children
  button.textContent = data.label
  button.title = `${data.name}, ${data.width * data.scale} × ${data.height * data.scale}`
  button.onclick = async () => {
    button.disabled = true
    live.textContent = ''
    try {
      save(await png(data), data.name)
      live.textContent = data.saved
    } catch {
      live.textContent = data.failed
    }
    button.disabled = false
  }
}
