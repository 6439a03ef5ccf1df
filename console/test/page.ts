/**
 * A page without a browser: as much of a document as the console needs, so that whole pages can be tried out. What people
 * do is typing into a field by its name, sending the form, and pressing what they read.
 */
import { act } from "preact/test-utils";
import { vi } from "vitest";

class Node {
  parentNode: Element | null = null;
  constructor(readonly nodeType: number, public data = "") {}
  get nextSibling(): Node | null {
    const all = this.parentNode?.childNodes ?? [];
    return all[all.indexOf(this) + 1] ?? null;
  }
  get textContent(): string {
    return this.data;
  }
  remove() {
    this.parentNode?.removeChild(this);
  }
}

/** An element. What it has no property for is an attribute. */
export class Element extends Node {
  childNodes: Node[] = [];
  attributes: Record<string, string> = {};
  style = {};
  typed: string | null = null;
  checked = false;
  onclick = null;
  onsubmit = null;
  onchange = null;
  onfocus = null;
  readonly #heard = new Map<string, (event: object) => void>();
  constructor(readonly localName: string, readonly namespaceURI: string) {
    super(1);
  }
  get firstChild() {
    return this.childNodes[0] ?? null;
  }
  override get textContent(): string {
    return this.childNodes.map((child) => child.textContent).join("");
  }
  insertBefore(child: Node, before: Node | null) {
    child.remove();
    this.childNodes.splice(before === null ? this.childNodes.length : this.childNodes.indexOf(before), 0, child);
    child.parentNode = this;
    return child;
  }
  appendChild(child: Node) {
    return this.insertBefore(child, null);
  }
  removeChild(child: Node) {
    this.childNodes = this.childNodes.filter((other) => other !== child);
    child.parentNode = null;
  }
  contains(other: Node | null): boolean {
    return other !== null && (other === this || this.contains(other.parentNode));
  }
  setAttribute(name: string, value: unknown) {
    this.attributes[name] = String(value);
  }
  removeAttribute(name: string) {
    delete this.attributes[name];
  }
  addEventListener(type: string, heard: (event: object) => void) {
    this.#heard.set(type, heard);
  }
  removeEventListener(type: string) {
    this.#heard.delete(type);
  }
  happen(type: string) {
    this.#heard.get(type)?.call(this, { type, currentTarget: this, target: this, preventDefault() {} });
  }
  get value() {
    return this.typed ?? this.attributes.defaultValue ?? this.attributes.value ?? "";
  }
  set value(value: string) {
    this.typed = value;
  }
  focus() {
    document_.activeElement = this;
  }
  reset() {
    for (const field of all(this)) [field.typed, field.checked] = [null, false];
  }
  querySelector(selector: string) {
    return all(this).find(({ attributes }) => selector.slice(1, -1) in attributes) ?? null;
  }
}

function all(root: Element): Element[] {
  return root.childNodes.flatMap((child) => (child instanceof Element ? [child, ...all(child)] : []));
}

class Filled {
  readonly #fields: Element[];
  constructor(form: Element) {
    this.#fields = all(form).filter(({ attributes }) => attributes.name !== undefined && (attributes.type !== "checkbox"));
    this.#fields.push(...all(form).filter(({ attributes, checked }) => attributes.type === "checkbox" && checked));
  }
  get = (name: string) => this.#fields.find(({ attributes }) => attributes.name === name)?.value ?? null;
  has = (name: string) => this.get(name) !== null;
}

const NAMESPACE = "http://www.w3.org/1999/xhtml";
const make = (name: string) => new Element(name, NAMESPACE);
const document_ = {
  activeElement: null as Element | null,
  title: "",
  visibilityState: "visible",
  documentElement: make("html"),
  createElement: make,
  createElementNS: (_: string, name: string) => make(name),
  createTextNode: (text: string) => new Node(3, text),
  addEventListener() {},
  removeEventListener() {},
  getElementById: (): Element | null => null,
};

/** What a server answers to an operation, by its name; `null`: the connection is lost. */
export type Answers = Record<string, (variables: Record<string, never>) => object | null>;

/** Opens the console at an address, before a server. */
export async function open(hash: string, answers: Answers) {
  const root = make("div");
  document_.getElementById = () => root;
  document_.activeElement = null;
  const heard = new Map<string, () => void>();
  const location = {
    address: hash,
    get hash() {
      return this.address;
    },
    set hash(to: string) {
      this.address = to;
      heard.get("hashchange")?.();
    },
  };
  const followers = new Set<() => void>();
  heard.set("hashchange", () => followers.forEach((follow) => follow()));
  const requests: { operation: string; variables: Record<string, unknown>; init: RequestInit }[] = [];
  let pending = 0;
  const fetched = async (address: string, init: RequestInit) => {
    pending++;
    return respond(address, init).finally(() => pending--);
  };
  const respond = async (_: string, init: RequestInit) => {
    const { query, variables } = JSON.parse(String(init.body)) as { query: string; variables: Record<string, never> };
    const operation = /(?:query|mutation) (\w+)/.exec(query)![1]!;
    requests.push({ operation, variables, init });
    const data = answers[operation]?.(variables) ?? null;
    if (data === null) throw new TypeError("no connection");
    return new Response(JSON.stringify("errors" in data ? data : { data }));
  };
  for (const [name, value] of Object.entries({
    document: document_,
    location,
    history: { state: null, replaceState: (_: unknown, __: string, to: string) => void (location.address = to) },
    addEventListener: (type: string, follow: () => void) => type === "hashchange" && followers.add(follow),
    removeEventListener: (_: string, follow: () => void) => followers.delete(follow),
    localStorage: { getItem: () => "en", setItem() {} },
    FormData: Filled,
    fetch: fetched,
    confirm: () => true,
  })) vi.stubGlobal(name, value);

  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
  // Until nothing is asked of the server any more: what is drawn may ask again.
  const settle = async (what: () => unknown) => {
    await act(async () => {
      await what();
      await pause();
    });
    for (let quiet = 0; quiet < 3; quiet = pending === 0 ? quiet + 1 : 0) await act(pause);
  };
  vi.resetModules();
  await settle(() => import("../src/main"));

  const elements = () => all(root);
  const field = (name: string) => elements().find(({ attributes }) => attributes.name === name);
  const labelled = (label: string) => elements().find(({ localName, attributes }) => localName === "form" && attributes["aria-label"] === label);
  return {
    requests,
    address: () => location.hash,
    text: () => root.textContent,
    elements,
    field,
    focused: () => document_.activeElement?.attributes.name,
    /** What a screen reader reads out with a field. */
    described: (name: string) => (field(name)?.attributes["aria-describedby"] ?? "").split(" ")
      .map((id) => elements().find(({ attributes }) => attributes.id === id)?.textContent ?? "").join(" "),
    go: (to: string) => settle(() => (location.hash = to)),
    /** Fills in a form, by its name for screen readers, and sends it. */
    fill: (label: string, values: Record<string, string | boolean>) => settle(() => {
      const form = labelled(label);
      if (form === undefined) throw new Error(`no form ${label} in: ${root.textContent}`);
      for (const [name, value] of Object.entries(values)) {
        const input = all(form).find(({ attributes }) => attributes.name === name);
        if (input === undefined) throw new Error(`no field ${name}`);
        if (typeof value === "boolean") input.checked = value;
        else input.value = value;
      }
      form.happen("submit");
    }),
    /** Presses a button by what it says. */
    press: (word: string) => settle(() => {
      const button = elements().find(({ localName, textContent }) => localName === "button" && textContent === word);
      if (button === undefined) throw new Error(`no button ${word} in: ${root.textContent}`);
      button.happen("click");
    }),
    settle,
  };
}
