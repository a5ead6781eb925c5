package org.proviso.web;

/// Loads the library's folder anew while the server runs.
public interface LibraryReload {

    /// Loads it now and returns what came of it. If it is sound and not what is served already, the requests
    /// that begin from now on work with it; if it is broken, what is served stays. One caller at a time; others
    /// wait.
    ReloadState now();

    /// What came of the last time that it was loaded.
    ReloadState last();
}
