//! Dossier to form and back.
