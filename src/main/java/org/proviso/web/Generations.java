package org.proviso.web;

/// Where requests get what they work with.
public interface Generations {

    /// The newest generation, which stays usable until it is closed.
    ServedGeneration take();
}
