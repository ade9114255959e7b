//! Whole-product tests live in this package; see its `tests` folder.
