using Magpie.Core.Changes;
using Magpie.Core.Ingest;
using Magpie.Core.Labels;
using Magpie.Core.Lifecycle;
using Magpie.Core.Networks;
using Magpie.Core.Quota;
using Magpie.Features.Accounts;
using Magpie.Features.Clouds;
using Magpie.Features.Events;
using Magpie.Features.Imports;
using Magpie.Features.Imports.Folders;
using Magpie.Features.Library;
using Magpie.Features.Operations;
using Magpie.Features.Posts;
using Magpie.Features.Uploads;
using Magpie.Platform;
using Magpie.Platform.Database;
using Magpie.Platform.Database.Keys;
using Magpie.Platform.Media;
using Magpie.Platform.Outbound;
using Magpie.Platform.Scheduling;
using Magpie.Platform.Storage;
using Magpie.Platform.Web;

UnixAccess.KeepToOwnUser();
var builder = WebApplication.CreateBuilder(CommandLine.ForHost(args));
builder.ConfigureWeb();

var data = new DataFolder(builder.Configuration);
builder.Services.AddSingleton(data);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<PlanCatalog>();
builder.Services.AddSingleton<ChangeFeed>();
builder.Services.AddStorage();
builder.Services.AddLifecycle();

builder.AddMagpieDatabase(data);
builder.AddMedia(data);
builder.Services.AddNetworkRules();
builder.AddAccounts();
builder.Services.AddOutbound();
builder.Services.AddIngest();
builder.Services.AddUploads();
builder.Services.AddImports();
builder.Services.AddClouds();
builder.Services.AddLibrary();
builder.Services.AddPosts();
builder.Services.AddEvents();
builder.Services.AddOperations();
builder.AddScheduling(quartz =>
{
    quartz.AddAccountJobs();
    quartz.AddLibraryJobs();
    quartz.AddUploadJobs();
    quartz.AddImportJobs();
    quartz.AddPostJobs();
});
builder.Services.AddPostClock();

var app = builder.Build();
app.UseDurableAnswers();
app.UseWeb();
app.UseOutageGate();

var api = app.MapGroup("/api").RequireAuthorization().WithHead().RefuseEmptyParameters();
api.MapAccounts();
api.MapUploads();
api.MapImports();
api.MapClouds();
api.MapLibrary();
api.MapPosts();
api.MapEvents();
app.MapSharedFiles();
app.MapOperations();
app.MapWeb();

return await CommandLine.RunAsync(args, ServeAsync, ImportFolder.CommandFor(app));

Task<int> ServeAsync() =>
    app.ServeAsync(async () =>
    {
        app.Lifetime.ApplicationStopped.Register(data.Hold().Dispose);
        data.KeepFromOthers(app.Logger);
        app.Lifetime.ApplicationStarted.Register(app.Services.GetRequiredService<DiskReserve>().Lend().Dispose);
        app.ForgetUnfinishedBlobs();
        _ = app.Services.GetRequiredService<PlanCatalog>(); // Read now, so that a wrong plan stops the start.
        await Task.WhenAll(Task.Run(app.ReadNetworkRules), app.MigrateDatabaseAsync());
        await app.FoldNamesAnewAsync();
        await app.LockKeysAsync();
        await app.CreateOwnerFromEnvironmentAsync();
        await app.SayHowToSetUpAsync();
    });
