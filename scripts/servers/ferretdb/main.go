// A MongoDB wire server for tests and `npm run up`: FerretDB over SQLite files in the directory given, on the address given,
// with a patch (pushdown.patch) that lets it use its own indexes.
// Prints its URL once it listens; ends in good order on SIGTERM.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
	_ "github.com/valyala/fastjson" // of what the patch adds to FerretDB
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	// What a query reads is garbage a moment later: collected less often it costs less, within half a gigabyte.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(512 << 20)
	server, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: os.Args[1]},
		Handler:   "sqlite",
		SQLiteURL: "file:" + filepath.ToSlash(os.Args[2]) + "/",
		Logger:    slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	go func() { fmt.Println(server.MongoDBURI()) }()
	if err := server.Run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
