package org.taniq.app;

/// Sees how far long work has come. Told often, by the thread that works; must be quick and must not fail.
public interface Watch {
    Watch NOBODY = new Watch() {
        @Override
        public void sealing(String name, long done, long bytes) {}

        @Override
        public void reading(String name, long records) {}

        @Override
        public void indexing(long records) {}
    };

    /// @param done how many of the file's bytes, nearly
    void sealing(String name, long done, long bytes);

    /// @param records how many were read of this file so far
    void reading(String name, long records);

    /// @param records how many are in the search index that is made anew
    void indexing(long records);
}
