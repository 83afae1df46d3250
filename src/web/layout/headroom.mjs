/* global document, DOMParser, history */
import { initAll } from 'nhsuk-frontend'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
initAll()

// A button that copies a text beside it; without script the text can be selected.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy)
    await navigator.clipboard.writeText(source.textContent.trim())
    button.textContent = 'Copied'
  })
}

// A form sent twice by a double click is sent once; what it answers is the same either way.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
  })
}

// Filters apply as soon as they are changed; without script there is a button.
for (const form of document.querySelectorAll('form[data-apply]')) {
  form.addEventListener('change', () => form.requestSubmit())
}

// A form whose answer stands on the same page: it is asked for as soon as something is changed, and only the parts it names are put in place, so that
// what has the focus keeps it. The address follows. Whatever goes wrong is told by the page itself, as without script.
for (const form of document.querySelectorAll('form[data-live]')) {
  let asked = 0
  const update = async () => {
    const mine = ++asked
    const address = new URL(form.getAttribute('action'), document.baseURI)
    address.search = new URLSearchParams(new FormData(form)).toString()
    try {
      const response = await fetch(address)
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      if (mine !== asked) return
      const parts = form.dataset.live.split(' ').map((id) => [document.getElementById(id), page.getElementById(id)])
      if (!response.ok || parts.some(([, fresh]) => !fresh)) throw new Error('no answer to show')
      for (const [stale, fresh] of parts) stale.replaceWith(fresh)
      history.replaceState(null, '', response.url)
      document.getElementById(form.dataset.says).textContent = parts[0][1].dataset.says
    } catch {
      if (mine === asked) form.submit()
    }
  }
  form.addEventListener('change', update)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    update()
  })
}

// A ranked list is put in order by dragging too; its buttons do the same for a keyboard, and without script. The order is sent once it is dropped.
for (const list of document.querySelectorAll('[data-rank]')) {
  const form = document.getElementById(list.dataset.rank)
  const status = document.querySelector('[data-ranked]')
  const order = () => [...list.children].map((item) => item.dataset.id)
  document.querySelectorAll('.hr-scripted').forEach((words) => (words.hidden = false))
  for (const handle of list.querySelectorAll('[data-handle]')) {
    const item = handle.closest('li')
    let before = null
    const end = () => {
      before = null
      item.classList.remove('hr-ranked__item--dragged')
    }
    handle.hidden = false
    handle.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return
      event.preventDefault()
      handle.setPointerCapture(event.pointerId)
      before = [...list.children]
      item.classList.add('hr-ranked__item--dragged')
    })
    handle.addEventListener('pointermove', ({ clientY }) => {
      if (!before) return
      const others = [...list.children].filter((other) => other !== item)
      const next = others.find((other) => clientY < other.getBoundingClientRect().top + other.offsetHeight / 2) ?? null
      if (next === item.nextElementSibling) return
      // The others make room: an item that leaves the page for a moment lets go of the pointer.
      const [items, at] = [[...list.children], [...list.children].indexOf(item)]
      const to = next ? items.indexOf(next) : items.length
      if (to < at) item.after(...items.slice(to, at))
      else item.before(...items.slice(at + 1, to))
      status.textContent = `${item.dataset.title} is at place ${order().indexOf(item.dataset.id) + 1} of ${list.children.length}.`
    })
    handle.addEventListener('pointercancel', () => {
      if (before) list.append(...before)
      end()
    })
    handle.addEventListener('pointerup', () => {
      const isMoved = before?.some((other, index) => other !== list.children[index])
      end()
      if (!isMoved) return
      form.elements.moved.value = item.dataset.id
      form.querySelectorAll('[name="order"]').forEach((input, index) => (input.value = order()[index]))
      form.requestSubmit()
    })
  }
}
