// The peer in `bench/run log`: the root of N leaves of 256 bytes, each its number 32 times, with Go's own
// golang.org/x/mod/sumdb/tlog in memory; prints the root and the median of the rounds in ms.
package main

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os"
	"sort"
	"strconv"
	"time"

	"golang.org/x/mod/sumdb/tlog"
)

const (
	length = 256
	rounds = 5
)

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	return value
}

func root(count int64) tlog.Hash {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for at, index := range indexes {
			found[at] = stored[index]
		}
		return found, nil
	})
	leaf := make([]byte, length)
	for i := int64(0); i < count; i++ {
		for at := 0; at < length; at += 8 {
			binary.BigEndian.PutUint64(leaf[at:], uint64(i))
		}
		stored = append(stored, must(tlog.StoredHashes(i, leaf, reader))...)
	}
	return must(tlog.TreeHash(count, reader))
}

func main() {
	count := must(strconv.ParseInt(os.Args[1], 10, 64))
	var hash tlog.Hash
	var took []int64
	for round := 0; round < rounds; round++ {
		start := time.Now()
		hash = root(count)
		took = append(took, time.Since(start).Milliseconds())
	}
	sort.Slice(took, func(a, b int) bool { return took[a] < took[b] })
	fmt.Println(hex.EncodeToString(hash[:]), took[rounds/2])
}
