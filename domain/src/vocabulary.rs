//! The one way in which this crate declares a closed set of words: a code for the wire and the database, a Chinese and an
//! English name for people, and, where the features ask for it, the derives of the ORM and of GraphQL.

/// A language that people are addressed in. Site default: Chinese.
pub trait Word: Copy + 'static {
    /// Every value, in the order of declaration.
    const ALL: &'static [Self];
    /// The code used in the database, the rulebook and GraphQL, in `SCREAMING_SNAKE_CASE`.
    fn code(self) -> &'static str;
    /// The Chinese name.
    fn zh(self) -> &'static str;
    /// The English name.
    fn en(self) -> &'static str;
    /// The name in a language.
    fn label(self, language: crate::Language) -> &'static str {
        match language {
            crate::Language::Zh => self.zh(),
            crate::Language::En => self.en(),
        }
    }
}

/// Declares an enum of the field. Each value: `Name = "CODE", "中文", "English"`.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $( $(#[$vmeta:meta])* $variant:ident = $code:literal, $zh:literal, $en:literal; )+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        #[cfg_attr(feature = "orm", derive(::sea_orm::EnumIter, ::sea_orm::DeriveActiveEnum))]
        #[cfg_attr(feature = "orm", sea_orm(rs_type = "String", db_type = "Text"))]
        #[cfg_attr(feature = "graphql", derive(::async_graphql::Enum))]
        pub enum $name {
            $(
                $(#[$vmeta])*
                #[doc = concat!($en, " (", $zh, ").")]
                #[serde(rename = $code)]
                #[cfg_attr(feature = "orm", sea_orm(string_value = $code))]
                #[cfg_attr(feature = "graphql", graphql(name = $code))]
                $variant,
            )+
        }
        impl $crate::vocabulary::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str { match self { $(Self::$variant => $code),+ } }
            fn zh(self) -> &'static str { match self { $(Self::$variant => $zh),+ } }
            fn en(self) -> &'static str { match self { $(Self::$variant => $en),+ } }
        }
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str($crate::vocabulary::Word::code(*self)) }
        }
        impl ::std::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownWord;
            fn from_str(s: &str) -> Result<Self, Self::Err> {
                match s { $($code => Ok(Self::$variant),)+ _ => Err($crate::vocabulary::UnknownWord { given: s.to_owned(), known: &[$($code),+] }) }
            }
        }
    };
}

/// A code that is none of the known ones.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown value \"{given}\"; known: {}", known.join(", "))]
pub struct UnknownWord {
    /// What was given.
    pub given: String,
    /// What would be right.
    pub known: &'static [&'static str],
}
