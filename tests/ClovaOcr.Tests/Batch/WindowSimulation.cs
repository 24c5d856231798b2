using System;
using System.Collections.Generic;
using System.Linq;
using ClovaOcr.Batch;

namespace ClovaOcr.Tests.Batch;

/// <summary>Programs with a window each and a service with a cap on simultaneous calls, played event by event.</summary>
internal sealed class WindowSimulation(int cap, int limit, int cards, int clients, double jitter, int seed, double latency = 0.2)
{
    private const double WayThere = 0.001;

    private readonly HandClock _clock = new();
    private readonly Random _random = new(seed);
    private readonly PriorityQueue<Action, TimeSpan> _events = new();
    private int _atService;
    private int _calls;
    private int _refused;

    public (double Ratio, double Refused) Run()
    {
        var all = Enumerable.Range(0, clients).Select(_ => new Client(new CallWindow(limit, _clock, _random), cards)).ToArray();
        foreach (var client in all) Start(client);
        while (_events.TryDequeue(out var happens, out var at))
        {
            _clock.Advance(at - _clock.Now);
            happens();
        }

        if (all.Any(client => client.Left > 0 || client.InFlight > 0)) throw new InvalidOperationException("A card is left.");
        var ideal = clients * cards * latency / Math.Min(cap, limit * clients);
        return (_clock.Now.TotalSeconds / ideal, _refused / (double)_calls);
    }

    private void Start(Client client)
    {
        if (_clock.Now < client.Window.ClosedUntil)
        {
            StartAt(client, client.Window.ClosedUntil);
            return;
        }

        while (client.Left > 0)
        {
            if (client.InFlight < client.Window.Size) Call(client);
            else if (client.Window.FilledAt(_clock.Now) is not { } change) return;
            else if (change > _clock.Now)
            {
                StartAt(client, change);
                return;
            }
        }
    }

    private void StartAt(Client client, TimeSpan time)
    {
        if (client.IsWaiting) return;
        client.IsWaiting = true;
        _events.Enqueue(
            () =>
            {
                client.IsWaiting = false;
                Start(client);
            },
            time);
    }

    private void Call(Client client)
    {
        client.Left--;
        client.InFlight++;
        _calls++;
        After(WayThere, () => Arrive(client));
    }

    private void Arrive(Client client)
    {
        if (_atService >= cap)
        {
            _refused++;
            After(WayThere, () => End(client, isRefused: true));
            return;
        }

        _atService++;
        After(latency * (1 + (jitter * ((2 * _random.NextDouble()) - 1))), () =>
        {
            _atService--;
            After(WayThere, () => End(client, isRefused: false));
        });
    }

    private void End(Client client, bool isRefused)
    {
        client.InFlight--;
        if (!isRefused) client.Window.Answered();
        else if (client.Window.Refused(client.InFlight)) client.Left++;
        else throw new InvalidOperationException("A card fails as throttled.");
        Start(client);
    }

    private void After(double seconds, Action happens) => _events.Enqueue(happens, _clock.Now + TimeSpan.FromSeconds(seconds));

    private sealed class Client(CallWindow window, int cards)
    {
        public CallWindow Window { get; } = window;

        public int Left { get; set; } = cards;

        public int InFlight { get; set; }

        public bool IsWaiting { get; set; }
    }
}
