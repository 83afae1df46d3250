/* global document, window, DataTransfer, XMLHttpRequest */

// A form with files sends them one by one before itself, and says how far they are; the form then goes its plain way with what they became. Files
// dropped anywhere on the page are as good as chosen. Without script, or when somebody is no longer signed in, the plain form takes the files along.

/** Sends one file; tells how far it is from 0 to 1. What the server answered, whatever that was; null when it was not reached. */
function send(file, { organisationCode, noPatientIdentifiable }, tell) {
  return new Promise((resolve) => {
    const content = new FormData()
    content.append('organisationCode', organisationCode.value)
    if (noPatientIdentifiable?.checked) content.append('noPatientIdentifiable', 'yes')
    content.append('files', file)
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(total > 0 ? loaded / total : 0))
    request.addEventListener('load', () => resolve(request))
    request.addEventListener('error', () => resolve(null))
    request.open('POST', '/files')
    request.setRequestHeader('accept', 'application/json')
    request.send(content)
  })
}

/** The lines that tell how far each file is, and one sentence told aloud now and then. */
function progressOf(files) {
  const box = document.createElement('div')
  box.className = 'hr-upload'
  const status = document.createElement('p')
  status.className = 'hr-upload__status'
  status.setAttribute('role', 'status')
  const bars = files.map((file) => {
    const line = document.createElement('label')
    line.className = 'hr-upload__file'
    const bar = document.createElement('progress')
    bar.max = 1
    bar.value = 0
    line.append(file.name, bar)
    return { line, bar }
  })
  box.append(status, ...bars.map(({ line }) => line))
  return { box, status, bars: bars.map(({ bar }) => bar) }
}

function hidden(name, value) {
  const input = document.createElement('input')
  Object.assign(input, { type: 'hidden', name, value })
  return input
}

/** What is said when a file was not taken: what the server says of it. */
function reasonOf(request) {
  try {
    const [{ message, extensions = {} }] = JSON.parse(request.responseText).errors
    return extensions.problems?.[0]?.message ?? message
  } catch {
    return ''
  }
}

async function sendFiles(form, input) {
  const files = [...input.files]
  const { box, status, bars } = progressOf(files)
  form.querySelector('.hr-upload')?.remove()
  form.querySelector('button:not([type="button"])').before(box)
  const left = new DataTransfer()
  const wrong = []
  for (const [index, file] of files.entries()) {
    status.textContent = `Sending file ${index + 1} of ${files.length}: ${file.name}`
    const request = await send(file, form.elements, (share) => (bars[index].value = share))
    // Nobody is signed in any more: the plain form keeps what was typed and leads to signing in.
    if (request?.status === 401 || request?.status === 403) return true
    if (request?.status === 201) {
      const [{ id, name }] = JSON.parse(request.responseText)
      bars[index].value = 1
      form.append(hidden('fileId', id), hidden('fileName', name))
    } else {
      left.items.add(file)
      wrong.push(`${file.name} was not sent. ${request ? reasonOf(request) : 'The connection was lost.'}`)
    }
  }
  input.files = left.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
  status.textContent =
    wrong.length === 0 ? 'All files are sent. Saving.' : `${wrong.join(' ')} Choose another file, or send the form without it.`
  return wrong.length === 0
}

for (const form of document.querySelectorAll('form[data-upload]')) {
  const input = form.querySelector('input[type="file"]')
  const again = () => {
    delete form.dataset.sending
    delete form.dataset.sent
  }
  form.addEventListener('submit', async (event) => {
    if (input.files.length === 0) return
    event.preventDefault()
    if (form.dataset.sending) return
    form.dataset.sending = 'yes'
    if (await sendFiles(form, input)) form.submit()
    else again()
  })
  // Whoever comes back to this page can send it again.
  window.addEventListener('pageshow', again)
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  })
  document.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files ?? []
    if (files.length === 0 || event.defaultPrevented) return
    event.preventDefault()
    const all = new DataTransfer()
    for (const file of [...input.files, ...files]) all.items.add(file)
    input.files = all.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
    form.scrollIntoView()
  })
}
