//! The database goes away in the middle of the work, and comes back.

use std::time::{Duration, Instant};

use store::StoreError;

use crate::stage::{Stage, append};

/// On SQLite somebody else holds the file's lock for too long; on PostgreSQL the server stops as in a power failure.
pub async fn a_database_that_is_away_is_told_and_comes_back(stage: &Stage) {
    let private = if stage.is_sqlite() { None } else { Some(Stage::private()) };
    let stage = private.as_ref().unwrap_or(stage);
    let store = stage.open().await;
    let busy = store.clone();
    let working = tokio::spawn(async move {
        let mut acknowledged = 0;
        loop {
            match append(&busy, "s", acknowledged).await {
                Ok(_) => acknowledged += 1,
                Err(error) => return (acknowledged, error),
            }
        }
    });
    tokio::time::sleep(Duration::from_millis(300)).await;
    let away = stage.send_away().await;
    let start = Instant::now();
    let (acknowledged, error) = working.await.unwrap();
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
    let error = append(&store, "t", 0).await.unwrap_err();
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
    assert!(error.to_string().contains("try again"));
    assert!(start.elapsed() < Duration::from_secs(40), "nobody waits for ever");
    if !stage.is_sqlite() {
        assert!(matches!(store.stream("s").await.unwrap_err(), StoreError::Unavailable { .. }));
    }
    stage.bring_back(away).await;

    let start = Instant::now();
    while let Err(error) = append(&store, "t", 0).await {
        assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
        assert!(start.elapsed() < Duration::from_secs(20), "it doesn't recover");
    }
    let kept = store.stream("s").await.unwrap().len() as u64;
    // The commit that was under way may have been applied without an answer; none that was answered is lost.
    assert!(kept == acknowledged || kept == acknowledged + 1, "{kept} of {acknowledged}");
    store.verify(None).await.unwrap();
}
