//! The keys of one table: those asked for are the known ones, and any other is a mistake.

use std::ops::RangeInclusive;

use toml::de::{DeTable, DeValue};

use super::reader::{Node, Read, Reader};
use crate::Word;

/// The keys of one table.
pub(super) struct Fields<'a, 't, 's> {
    node: &'a Node<'t>,
    table: &'t DeTable<'t>,
    asked: Vec<&'static str>,
    skip_unknown: bool,
    pub reader: &'a mut Reader<'s>,
}

impl<'t> Node<'t> {
    /// Reads a table by its keys, and tells of the keys that nobody asked for.
    pub fn fields<'s, T>(&self, reader: &mut Reader<'s>, read: impl FnOnce(&mut Fields<'_, 't, 's>) -> Option<T>) -> Option<T> {
        let Some(table) = self.value.as_table() else {
            reader.fault(self, format!("`{}` is of type {}; a table is needed", self.name(), self.value.type_str()));
            return None;
        };
        let mut fields = Fields { node: self, table, asked: Vec::new(), skip_unknown: false, reader };
        let value = read(&mut fields);
        fields.tell_unknown();
        value
    }
}

impl<'t> Fields<'_, 't, '_> {
    /// The value of a key, which counts as known from now on.
    pub fn get(&mut self, key: &'static str) -> Option<Node<'t>> {
        self.asked.push(key);
        let value = self.table.get(key)?;
        Some(Node { value: value.get_ref(), span: value.span(), path: self.path(key) })
    }

    /// The value of a key that must be there.
    pub fn need(&mut self, key: &'static str) -> Option<Node<'t>> {
        let found = self.get(key);
        if found.is_none() {
            self.missing(key, "");
        }
        found
    }

    /// Reads a key that must be there.
    pub fn required<T: Read>(&mut self, key: &'static str) -> Option<T> {
        let node = self.need(key)?;
        T::read(&node, self.reader)
    }

    /// Reads a key that may be absent.
    pub fn optional<T: Read>(&mut self, key: &'static str) -> Option<Option<T>> {
        match self.get(key) {
            Some(node) => T::read(&node, self.reader).map(Some),
            None => Some(None),
        }
    }

    /// Reads a flag; absent means no.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        self.optional(key).map(Option::unwrap_or_default)
    }

    /// Reads a number within bounds that must be there.
    pub fn number(&mut self, key: &'static str, bounds: RangeInclusive<u32>) -> Option<u32> {
        self.need(key).and_then(|node| bounded(&node, &bounds, self.reader))
    }

    /// Reads a number within bounds that may be absent.
    pub fn optional_number(&mut self, key: &'static str, bounds: RangeInclusive<u32>) -> Option<Option<u32>> {
        match self.get(key) {
            Some(node) => bounded(&node, &bounds, self.reader).map(Some),
            None => Some(None),
        }
    }

    /// Reads a list of numbers within bounds that must have some, each smaller than the one before.
    pub fn falling(&mut self, key: &'static str, bounds: RangeInclusive<u32>) -> Option<Vec<u32>> {
        let items = self.items(key)?;
        if !self.has(key) {
            self.missing(key, "");
            return None;
        }
        if items.is_empty() {
            self.fault(key, format!("`{key}` is empty; name at least one"));
            return None;
        }
        let numbers: Vec<Option<u32>> = items.iter().map(|node| bounded(node, &bounds, self.reader)).collect();
        for (node, pair) in items[1..].iter().zip(numbers.windows(2)) {
            if let [Some(before), Some(number)] = pair
                && number >= before
            {
                self.reader.fault(node, format!("{number} stands after {before}; the numbers of `{key}` go down, each once"));
            }
        }
        numbers.into_iter().collect()
    }

    /// The values of a list that may be absent, and whether it is one.
    pub fn items(&mut self, key: &'static str) -> Option<Vec<Node<'t>>> {
        let Some(list) = self.get(key) else { return Some(Vec::new()) };
        let DeValue::Array(items) = list.value else {
            self.reader.fault(&list, format!("`{key}` is of type {}; a list is needed", list.value.type_str()));
            return None;
        };
        let of = |(index, item): (usize, &'t toml::Spanned<DeValue<'t>>)| Node {
            value: item.get_ref(),
            span: item.span(),
            path: format!("{}[{}]", list.path, label(index, item.get_ref())),
        };
        Some(items.iter().enumerate().map(of).collect())
    }

    /// Reads each element of a list that must have some, with its place. `None`: there is no such list.
    pub fn elements<T: Read>(&mut self, key: &'static str) -> Option<Vec<(Node<'t>, Option<T>)>> {
        let items = self.items(key)?;
        match (items.is_empty(), self.table.get(key)) {
            (true, None) => self.missing(key, ""),
            (true, Some(_)) => self.fault(key, format!("`{key}` is empty; name at least one")),
            _ => return Some(items.into_iter().map(|item| (item.clone(), T::read(&item, self.reader))).collect()),
        }
        None
    }

    /// Reads a list of words that must have some, none of them twice.
    pub fn words<W: Read + Word + PartialEq>(&mut self, key: &'static str) -> Option<Vec<W>> {
        let elements = self.elements::<W>(key)?;
        for (index, (node, word)) in elements.iter().enumerate() {
            if let Some(word) = word
                && elements[..index].iter().any(|(_, earlier)| *earlier == Some(*word))
            {
                self.reader.fault(node, format!("`{key}` names {} twice", word.code()));
            }
        }
        all(elements)
    }

    /// Reads a list of words that may be absent, none of them twice.
    pub fn optional_words<W: Read + Word + PartialEq>(&mut self, key: &'static str) -> Option<Vec<W>> {
        if self.has(key) {
            return self.words(key);
        }
        self.asked.push(key);
        Some(Vec::new())
    }

    /// Reads the key that tells which form a table has; of an unknown form, no key can be called unknown.
    pub fn tag(&mut self, key: &'static str, known: &[&'static str]) -> Option<&'static str> {
        let tag = self.required::<String>(key);
        let found = tag.as_ref().and_then(|tag| known.iter().find(|known| *known == tag).copied());
        self.skip_unknown |= found.is_none();
        if let Some(tag) = tag
            && found.is_none()
        {
            self.fault(key, format!("`{key}`: unknown value \"{tag}\"; known: {}", known.join(", ")));
        }
        found
    }

    /// Reads the key `code` of a thing of a kind, which nothing else of its kind may have.
    pub fn code(&mut self, kind: &'static str) -> Option<String> {
        let node = self.need("code")?;
        let code = String::read(&node, self.reader)?;
        if code.bytes().any(|byte| !byte.is_ascii_alphanumeric() && byte != b'-') {
            self.reader.fault(&node, format!("`code` is \"{code}\"; it may have ASCII letters, digits and hyphens only"));
        }
        self.reader.claim(kind, &code, &node);
        Some(code)
    }

    /// Whether the table has a key.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Tells a mistake at a key, or at the table if it has no such key.
    pub fn fault(&mut self, key: &str, message: impl Into<String>) {
        let place = self.table.get(key).map(|value| Node { value: value.get_ref(), span: value.span(), path: self.path(key) });
        self.reader.fault(place.as_ref().unwrap_or(self.node), message);
    }

    /// Tells that a key is missing, and why it must be there.
    pub fn missing(&mut self, key: &str, why: &str) {
        self.reader.fault(self.node, format!("missing key `{key}`{why}"));
    }

    fn path(&self, key: &str) -> String {
        if self.node.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.node.path) }
    }

    fn tell_unknown(self) {
        for key in self.table.keys().filter(|key| !self.skip_unknown && !self.asked.contains(&key.get_ref().as_ref())) {
            let name = key.get_ref();
            let node = Node { value: self.node.value, span: key.span(), path: self.path(name) };
            self.reader.fault(&node, format!("unknown key `{name}`; known: {}", self.asked.join(", ")));
        }
    }
}

/// All the elements, if each could be read.
pub(super) fn all<T>(elements: Vec<(Node<'_>, Option<T>)>) -> Option<Vec<T>> {
    elements.into_iter().map(|(_, element)| element).collect()
}

fn bounded(node: &Node<'_>, bounds: &RangeInclusive<u32>, reader: &mut Reader<'_>) -> Option<u32> {
    let given = i64::read(node, reader)?;
    let number = u32::try_from(given).ok().filter(|number| bounds.contains(number));
    if number.is_none() {
        reader.fault(node, format!("`{}` is {given}; it must be from {} to {}", node.name(), bounds.start(), bounds.end()));
    }
    number
}

/// How an element is called in a path: by its code, or by its number from 1.
fn label(index: usize, value: &DeValue<'_>) -> String {
    let code = value.as_table().and_then(|table| table.get("code")).and_then(|code| code.get_ref().as_str());
    code.map_or_else(|| format!("#{}", index + 1), str::to_owned)
}
