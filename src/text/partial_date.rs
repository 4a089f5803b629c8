//! A date known to the year, the month or the day, written `2016`, `2016-07` or `2016-07-21`.
//!
//! The one idea: what is not known is not there, so nothing downstream can show more precision than the source has.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize, de, ser};

/// A day, a month or a year.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum PartialDate {
    /// Known to the year.
    Year(i16),
    /// Known to the month: year, month.
    Month(i16, i8),
    /// Known to the day.
    Day(Date),
}

impl PartialDate {
    /// The first day it can mean.
    pub fn first_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
            Self::Month(year, month) => Date::new(year, month, 1).unwrap_or(Date::MIN),
            Self::Day(day) => day,
        }
    }

    /// The last day it can mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Self::Month(..) => self.first_day().last_of_month(),
            Self::Day(day) => day,
        }
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.first_day().year()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(formatter, "{year:04}"),
            Self::Month(year, month) => write!(formatter, "{year:04}-{month:02}"),
            Self::Day(day) => write!(formatter, "{day}"),
        }
    }
}

/// Why a text is not such a date.
#[derive(Debug, Eq, PartialEq)]
pub enum NotADate {
    /// It is not written as one.
    Form,
    /// It is written as one, but the calendar has no such day or month.
    Impossible,
}

impl fmt::Display for NotADate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Form => "expected a date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`",
            Self::Impossible => "expected a date that exists in the calendar",
        })
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?;
        let month = parts.next();
        let day = parts.next();
        if parts.next().is_some() {
            return Err(NotADate::Form);
        }
        let Some(month) = month else {
            return Ok(Self::Year(year));
        };
        let month = i8::try_from(digits(Some(month), 2)?).map_err(|_| NotADate::Impossible)?;
        let day = match day {
            Some(day) => Some(i8::try_from(digits(Some(day), 2)?).map_err(|_| NotADate::Impossible)?),
            None => None,
        };
        let date = Date::new(year, month, day.unwrap_or(1)).map_err(|_| NotADate::Impossible)?;
        Ok(if day.is_some() { Self::Day(date) } else { Self::Month(year, month) })
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: de::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: ser::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.",
            "format": "partial-date",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        })
    }
}

/// A number of exactly so many ASCII digits.
fn digits(part: Option<&str>, count: usize) -> Result<i16, NotADate> {
    let part = part.filter(|part| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit()));
    part.and_then(|part| part.parse().ok()).ok_or(NotADate::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_three_precisions_and_nothing_else() {
        for text in ["2016", "2016-07", "2016-07-21"] {
            assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "16", "2016-7", "2016/07/21", "2016-07-21-01", "２０１６"] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate::Form), "{text}");
        }
        for text in ["2016-02-30", "2016-13", "2015-02-29", "2016-00"] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate::Impossible), "{text}");
        }
    }

    #[test]
    fn spans_all_days_it_can_mean() {
        let month: PartialDate = "2016-02".parse().expect("a month");
        assert_eq!(month.first_day().to_string(), "2016-02-01");
        assert_eq!(month.last_day().to_string(), "2016-02-29");
    }
}
